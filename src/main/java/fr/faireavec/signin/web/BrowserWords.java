package fr.faireavec.signin.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A browser and its system in two words, as their owner would name them. */
final class BrowserWords {

	private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser",
			"Samsung Internet", "Firefox", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome",
			"Safari", "Safari");

	private static final Map<String, String> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad", "Android", "Android",
			"Windows", "Windows", "Mac OS X", "Mac", "CrOS", "Chromebook", "Linux", "Linux");

	private BrowserWords() {
	}

	/** « Firefox/Android »; a part that is not recognised stays empty. */
	static String of(@Nullable String userAgent) {
		String agent = (userAgent != null) ? userAgent : "";
		return first(BROWSERS, agent) + "/" + first(SYSTEMS, agent);
	}

	private static String first(Map<String, String> known, String agent) {
		return known.entrySet()
			.stream()
			.filter((entry) -> agent.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> map = new java.util.LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put(pairs[i], pairs[i + 1]);
		}
		return map;
	}

}
