package fr.faireavec.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A mail server of a few lines, that misbehaves as told. */
final class BadServer implements AutoCloseable {

	private final ServerSocket socket;

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final Semaphore visitors = new Semaphore(0);

	private volatile Part part = Part.GOOD;

	BadServer() throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::listen);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	void plays(Part chosen) {
		this.part = chosen;
	}

	/** Waits until somebody is kept waiting for the first word. */
	void awaitVisitor() throws InterruptedException {
		if (!this.visitors.tryAcquire(30, TimeUnit.SECONDS)) {
			throw new AssertionError("nobody came");
		}
	}

	/** Every message whose data came through to the end, whatever was answered. */
	List<String> received() {
		return this.received;
	}

	List<String> messageIds() {
		return this.received.stream()
			.flatMap(String::lines)
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("message-id:"))
			.toList();
	}

	private void listen() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				Thread.ofVirtual().start(() -> converse(client));
			}
			catch (IOException closed) {
				return;
			}
		}
	}

	private void converse(Socket client) {
		Part playing = this.part;
		try (client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
			OutputStream out = client.getOutputStream();
			if (playing == Part.SILENT) {
				in.readLine();
				return;
			}
			if (playing == Part.SLOW) {
				this.visitors.release();
				pause();
			}
			say(out, "220 bad.example");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String command = line.toUpperCase(Locale.ROOT);
				if (command.startsWith("MAIL") && playing == Part.NEVER_FROM_US) {
					say(out, "550 5.7.1 we do not know you");
				}
				else if (command.startsWith("RCPT") && playing == Part.NEVER) {
					say(out, "550 5.1.1 no such user here");
				}
				else if (command.startsWith("RCPT") && playing == Part.NOT_NOW) {
					say(out, "451 4.7.1 come back later");
				}
				else if (command.startsWith("DATA")) {
					say(out, "354 go on");
					this.received.add(data(in));
					switch (playing) {
						case DIES_AFTER_DATA -> {
							return;
						}
						case NOT_NOW_AFTER_DATA -> say(out, "452 4.3.1 no room");
						case NEVER_AFTER_DATA -> say(out, "550 5.6.0 not such a message");
						default -> say(out, "250 2.0.0 taken");
					}
				}
				else if (command.startsWith("QUIT")) {
					say(out, "221 bye");
					return;
				}
				else {
					say(out, "250 ok");
				}
			}
		}
		catch (IOException gone) {
			// The other side had enough.
		}
	}

	private static void pause() {
		try {
			Thread.sleep(800);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String data(BufferedReader in) throws IOException {
		StringBuilder data = new StringBuilder();
		for (String line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
			data.append(line).append('\n');
		}
		return data.toString();
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How it behaves. */
	enum Part {

		GOOD, SILENT, SLOW, NOT_NOW, NOT_NOW_AFTER_DATA, NEVER, NEVER_AFTER_DATA, NEVER_FROM_US, DIES_AFTER_DATA

	}

}
