package fr.faireavec.mail;

/** A header field whose words count, as RFC 5322 has them. */
final class StructuredField {

	private StructuredField() {
	}

	/** Without its comments, which may hold others, quoted signs and parentheses. */
	static String withoutComments(String field) {
		StringBuilder kept = new StringBuilder(field.length());
		int depth = 0;
		boolean quoted = false;
		for (int i = 0; i < field.length(); i++) {
			char sign = field.charAt(i);
			boolean escaped = sign == '\\' && (quoted || depth > 0) && i + 1 < field.length();
			if (escaped) {
				i++;
			}
			else if (sign == '"' && depth == 0) {
				quoted = !quoted;
			}
			else if (!quoted && sign == '(') {
				depth++;
				kept.append(' ');
			}
			if (depth == 0) {
				kept.append(escaped ? field.charAt(i) : sign);
			}
			if (!quoted && !escaped && sign == ')' && depth > 0) {
				depth--;
			}
		}
		return kept.toString().strip();
	}

}
