package fr.faireavec.home.web;

import java.util.UUID;

/** Who is signed in, as the head of every page says it. */
public record Badge(UUID personId, String name, String roleLabel) {
}
