package fr.faireavec.signin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * How a session's values are kept: texts and numbers as texts behind one letter that says
 * which. Only what one page says to the next (flash attributes) is serialised by Java,
 * and read through a list of the classes it may hold. What cannot be read is not there:
 * whoever it was about is signed out, and no page fails.
 */
public final class SessionValues {

	private static final Logger log = LoggerFactory.getLogger(SessionValues.class);

	private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter(
			"""
					maxdepth=12;maxrefs=2000;maxbytes=65536;java.lang.String;java.lang.Number;java.lang.Long;java.lang.Integer;\
					java.lang.Boolean;java.lang.Enum;java.lang.Object;java.util.ArrayList;java.util.LinkedList;java.util.HashMap;\
					java.util.LinkedHashMap;java.util.Map$Entry;java.util.CollSer;java.util.ImmutableCollections$ListN;\
					java.util.ImmutableCollections$List12;java.util.concurrent.CopyOnWriteArrayList;\
					org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;\
					org.springframework.util.MultiValueMapAdapter;fr.faireavec.web.Flash;fr.faireavec.web.Flash$Kind;!*""");

	private SessionValues() {
	}

	/**
	 * @throws IllegalArgumentException for anything but a text, a number, a CSRF token or
	 * flash attributes
	 */
	public static byte[] write(Object value) {
		return switch (value) {
			case String text -> tagged('s', text);
			case Long number -> tagged('l', number.toString());
			case Integer number -> tagged('i', number.toString());
			case Boolean fact -> tagged('b', fact.toString());
			case CsrfToken token -> tagged('c', token.getToken());
			case Collection<?> flashes -> serialised(flashes);
			default -> throw new IllegalArgumentException("A session does not keep " + value.getClass());
		};
	}

	/** Null when it cannot be read. */
	public static @Nullable Object read(byte[] bytes) {
		try {
			return (bytes.length == 0) ? null : switch (bytes[0]) {
				case 's' -> text(bytes);
				case 'l' -> Long.valueOf(text(bytes));
				case 'i' -> Integer.valueOf(text(bytes));
				case 'b' -> Boolean.valueOf(text(bytes));
				case 'c' -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", text(bytes));
				case 'j' -> deserialised(bytes);
				default -> null;
			};
		}
		catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
			log.info("A session holds something that cannot be read: {}", unreadable.toString());
			return null;
		}
	}

	private static byte[] tagged(char tag, String text) {
		return (tag + text).getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) throws CharacterCodingException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 1, bytes.length - 1)).toString();
	}

	private static byte[] serialised(Object value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write('j');
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("A session does not keep this", ex);
		}
		return bytes.toByteArray();
	}

	private static Object deserialised(byte[] bytes) throws IOException, ClassNotFoundException {
		try (ObjectInputStream in = new ObjectInputStream(
				new ByteArrayInputStream(Arrays.copyOfRange(bytes, 1, bytes.length)))) {
			in.setObjectInputFilter(ALLOWED);
			return in.readObject();
		}
	}

}
