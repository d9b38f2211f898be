package fr.faireavec.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

/**
 * The path a request asks for, after the context's and as the router reads it: «
 * /mon-compte/cl%65s » is « /mon-compte/cles ». Whoever decides by where a request goes
 * looks at this, never at the address as somebody wrote it.
 */
public final class AskedPath {

	private AskedPath() {
	}

	public static String of(HttpServletRequest request) {
		String written = request.getRequestURI();
		if (written.indexOf('%') < 0 && written.indexOf(';') < 0) {
			return written.substring(request.getContextPath().length());
		}
		StringBuilder read = new StringBuilder(written.length());
		for (PathContainer.Element element : RequestPath.parse(written, request.getContextPath())
			.pathWithinApplication()
			.elements()) {
			read.append(
					(element instanceof PathContainer.PathSegment segment) ? segment.valueToMatch() : element.value());
		}
		return read.toString();
	}

}
