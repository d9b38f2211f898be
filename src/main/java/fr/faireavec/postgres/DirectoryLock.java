package fr.faireavec.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One application per data directory. The system lets go of the lock when the process
 * dies, however it dies.
 */
final class DirectoryLock implements AutoCloseable {

	// Closing any channel on the file frees the lock of the whole process (POSIX): within
	// this JVM the file must not even be opened a second time.
	private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

	private final Path directory;

	private final FileChannel channel;

	private DirectoryLock(Path directory, FileChannel channel) {
		this.directory = directory;
		this.channel = channel;
	}

	/**
	 * Takes the lock of a directory.
	 * @param directory an existing directory, as its real path
	 * @throws StartRefused if another application, or this one, holds it
	 */
	static DirectoryLock on(Path directory) throws IOException {
		if (!HELD_HERE.add(directory)) {
			throw StartRefused.directoryInUse(directory, String.valueOf(ProcessHandle.current().pid()));
		}
		DirectoryLock taken = null;
		try {
			taken = take(directory);
			return taken;
		}
		finally {
			if (taken == null) {
				HELD_HERE.remove(directory);
			}
		}
	}

	private static DirectoryLock take(Path directory) throws IOException {
		Path file = directory.resolve("faire-avec.lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
			if (lock == null) {
				throw StartRefused.directoryInUse(directory, holder(file));
			}
			channel.truncate(0);
			channel.write(StandardCharsets.US_ASCII.encode(String.valueOf(ProcessHandle.current().pid())));
			return new DirectoryLock(directory, channel);
		}
		finally {
			if (lock == null) {
				channel.close();
			}
		}
	}

	private static String holder(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException unreadableWhileLocked) {
			return "?";
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			HELD_HERE.remove(this.directory);
		}
	}

}
