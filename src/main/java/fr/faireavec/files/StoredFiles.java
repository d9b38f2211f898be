package fr.faireavec.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where files are kept, in PostgreSQL with the rest: each once, known by the SHA-256 of
 * what it holds.
 */
@Component
@Transactional
public class StoredFiles {

	private static final int BRIEF = 12;

	private final JdbcClient jdbc;

	StoredFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a picture that was drawn anew, as {@link Picture}, {@link PagePhoto} and
	 * {@link Photo} do, or a {@linkplain PdfFile PDF}. It goes with the last row that
	 * names it, even where that one goes meanwhile.
	 * @return what it is known by
	 */
	public String keep(byte[] file) {
		String sha256 = sha256(file);
		this.jdbc.sql("""
				INSERT INTO stored_file (sha256, content) VALUES (:sha256, :content)
				ON CONFLICT (sha256) DO UPDATE SET sha256 = excluded.sha256""")
			.param("sha256", sha256)
			.param("content", file)
			.update();
		return sha256;
	}

	@Transactional(readOnly = true)
	public Optional<byte[]> find(String sha256) {
		return Optional.ofNullable(find(List.of(sha256)).get(sha256));
	}

	/** Those of these that are kept. */
	@Transactional(readOnly = true)
	public Map<String, byte[]> find(Collection<String> sha256) {
		Map<String, byte[]> found = new HashMap<>();
		if (!sha256.isEmpty()) {
			this.jdbc.sql("SELECT sha256, content FROM stored_file WHERE sha256 IN (:sha256)")
				.param("sha256", sha256)
				.query((row) -> {
					found.put(row.getString("sha256"), row.getBytes("content"));
				});
		}
		return found;
	}

	/** As a history can show it: the beginning is enough to tell two apart. */
	public static @Nullable String brief(@Nullable String sha256) {
		return (sha256 != null) ? sha256.substring(0, BRIEF) : null;
	}

	/** What a file is known by: in hexadecimal. */
	public static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
