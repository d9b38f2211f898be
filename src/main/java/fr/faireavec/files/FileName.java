package fr.faireavec.files;

import java.util.stream.Collectors;

/**
 * What a file was called where it comes from: shown to who gave it, and trusted in
 * nothing.
 */
public final class FileName {

	private static final int LONGEST = 80;

	private FileName() {
	}

	/** Its last part, without what is not seen. */
	public static String shown(String name) {
		String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
			.codePoints()
			.filter((c) -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		return (last.length() <= LONGEST) ? last : last.substring(last.length() - LONGEST);
	}

}
