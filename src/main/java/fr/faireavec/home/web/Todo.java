package fr.faireavec.home.web;

import org.jspecify.annotations.Nullable;

/** Something that awaits somebody: how many, what, a detail, and the one button. */
public record Todo(long count, String text, @Nullable String detail, String href, String button, boolean first) {
}
