package fr.faireavec.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.util.FileSystemUtils;

/**
 * A data directory to throw away, under target/ and so on a real disk. The programs are
 * shared between all of them, and data are created once and copied: only the tests that
 * look at the creation wait for it.
 */
record DataDirectory(Path path) implements AutoCloseable {

	private static final Path HOME = Path.of("target", "data-directories").toAbsolutePath();

	private static final Path SEED = HOME.resolve("seed");

	/** Without any data yet. */
	static DataDirectory empty() throws IOException {
		Path programs = Files.createDirectories(HOME.resolve("programs"));
		try (FileChannel door = door()) {
			door.lock();
			PostgresBinaries.unpackedUnder(programs);
		}
		Path path = Files.createTempDirectory(HOME, "test-").toRealPath();
		Files.createSymbolicLink(path.resolve("programs"), programs);
		return new DataDirectory(path);
	}

	/** As an application that ran once leaves it. */
	static DataDirectory used() throws IOException, InterruptedException {
		DataDirectory directory = empty();
		try (FileChannel door = door()) {
			door.lock();
			if (!Files.isDirectory(SEED)) {
				FileSystemUtils.deleteRecursively(HOME.resolve("first"));
				DataDirectory seed = new DataDirectory(Files.createDirectory(HOME.resolve("first")));
				Files.createSymbolicLink(seed.path.resolve("programs"), HOME.resolve("programs"));
				EmbeddedDatabase.start(seed.path).close();
				Files.move(seed.path, SEED);
			}
		}
		for (String part : new String[] { "postgresql", "postgresql.password" }) {
			new ProcessBuilder("cp", "-a", SEED.resolve(part).toString(), directory.path.toString()).inheritIO()
				.start()
				.waitFor();
		}
		return directory;
	}

	/** Locked while one of the processes that run tests makes what all share. */
	private static FileChannel door() throws IOException {
		return FileChannel.open(HOME.resolve("door"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

	Path cluster() {
		return this.path.resolve("postgresql");
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
