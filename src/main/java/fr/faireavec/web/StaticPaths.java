package fr.faireavec.web;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where the static files are: open to everybody, the same for everybody, and nothing of
 * the database in them.
 */
public final class StaticPaths {

	private static final List<String> FOLDERS = List.of("/css/", "/js/", "/fonts/", "/images/", "/webjars/");

	private static final List<String> FILES = List.of("/favicon.svg", "/favicon.ico", "/hors-ligne.js");

	private StaticPaths() {
	}

	/** Whether this path, after the context's, leads to a static file. */
	public static boolean hold(String path) {
		return FILES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith);
	}

	public static boolean hold(HttpServletRequest request) {
		return hold(AskedPath.of(request));
	}

	/** The same as patterns, for the door. */
	public static String[] patterns() {
		return Stream.concat(FOLDERS.stream().map((folder) -> folder + "**"), FILES.stream()).toArray(String[]::new);
	}

}
