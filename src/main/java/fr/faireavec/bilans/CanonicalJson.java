package fr.faireavec.bilans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One text for one content, whatever the database does to it: UTF-8, keys sorted, no
 * space between, numbers in plain digits.
 */
final class CanonicalJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private CanonicalJson() {
	}

	static String write(Object content) {
		return canonical(JSON.writeValueAsString(content));
	}

	static String canonical(String json) {
		return JSON.writeValueAsString(JSON.readValue(json, Object.class));
	}

	/**
	 * The same content with other words at some places, each told as a path:
	 * actions/0/title.
	 */
	static String with(String json, Map<String, String> words) {
		JsonNode document = JSON.readTree(json);
		words.forEach((path, word) -> {
			int last = path.lastIndexOf('/');
			JsonNode holder = document.at((last < 0) ? "" : "/" + path.substring(0, last));
			if (!(holder instanceof ObjectNode object) || !object.path(path.substring(last + 1)).isString()) {
				throw new IllegalArgumentException("no words at " + path);
			}
			object.put(path.substring(last + 1), word);
		});
		return canonical(JSON.writeValueAsString(document));
	}

	static <T> T read(String json, Class<T> type) {
		return JSON.readValue(json, type);
	}

	/** The SHA-256 of a canonical text, in lower case hexadecimal digits. */
	static String sha256(String canonical) {
		return sha256(canonical.getBytes(StandardCharsets.UTF_8));
	}

	/** The same of a file. */
	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
