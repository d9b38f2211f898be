package fr.faireavec.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The only things a document can name: the pictures it was given. Whatever else an
 * address leads to, a file or another machine, is never opened.
 */
final class OwnPictures {

	private static final String SCHEME = "picture";

	private final Map<String, byte[]> pictures;

	OwnPictures(Map<String, byte[]> pictures) {
		this.pictures = pictures;
	}

	void alone(PdfRendererBuilder builder) {
		builder.useUriResolver((base, uri) -> known(uri));
		for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
			builder.useExternalResourceAccessControl((uri, type) -> known(uri) != null, when);
		}
		FSStreamFactory nothing = (uri) -> null;
		builder.useHttpStreamImplementation(nothing);
		builder.useProtocolsStreamImplementation(nothing, "file", "jar", "ftp", "jrt", "data");
		builder.useProtocolsStreamImplementation(this::open, SCHEME);
	}

	private @Nullable String known(@Nullable String uri) {
		return (uri != null && uri.startsWith(SCHEME + ":") && this.pictures.containsKey(name(uri))) ? uri : null;
	}

	private @Nullable FSStream open(String uri) {
		byte[] picture = this.pictures.get(name(uri));
		return (picture != null) ? new Opened(picture) : null;
	}

	private static String name(String uri) {
		return uri.substring(SCHEME.length() + 1);
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Opened(byte[] picture) implements FSStream {

		@Override
		public InputStream getStream() {
			return new ByteArrayInputStream(this.picture);
		}

		@Override
		public Reader getReader() {
			return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
		}

	}

}
