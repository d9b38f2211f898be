package fr.faireavec.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret (PostgreSQL's password, the installation's own) in a file only its owner may
 * read.
 */
record PasswordFile(Path path) {

	private static final FileAttribute<?>[] OWNER_ONLY = FileSystems.getDefault()
		.supportedFileAttributeViews()
		.contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];

	String create() throws IOException {
		byte[] random = new byte[36];
		new SecureRandom().nextBytes(random);
		String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		Files.deleteIfExists(this.path);
		Files.createFile(this.path, OWNER_ONLY);
		Files.writeString(this.path, password);
		return password;
	}

	/** What it holds, put there the first time it is asked. */
	String readOrCreate() throws IOException {
		return Files.exists(this.path) ? read() : create();
	}

	String read() throws IOException {
		if (!Files.exists(this.path)) {
			throw StartRefused.passwordLost(this.path);
		}
		return Files.readString(this.path).strip();
	}

}
