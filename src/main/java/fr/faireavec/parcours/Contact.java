package fr.faireavec.parcours;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Somebody who runs a parcours, as its participants reach them. */
public record Contact(UUID personId, String name, @Nullable String email, @Nullable String telephone) {

}
