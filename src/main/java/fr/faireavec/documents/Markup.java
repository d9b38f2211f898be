package fr.faireavec.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a template wrote, read as XML: with its style sheet, and an outline made of its
 * headings.
 */
record Markup(Document document) {

	private static final String HTML = "http://www.w3.org/1999/xhtml";

	private static final String LOOK = look();

	/**
	 * Reads it; what no XML may hold is left out, entities and DTD are refused.
	 * @throws IllegalStateException when the template is not well-formed
	 */
	static Markup of(String written) {
		StringBuilder text = new StringBuilder(written.length());
		written.codePoints().filter(Markup::isXml).forEach(text::appendCodePoint);
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setExpandEntityReferences(false);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new DefaultHandler());
			Document document = builder.parse(new InputSource(new StringReader(text.toString())));
			Markup markup = new Markup(document);
			markup.dress();
			return markup;
		}
		catch (SAXException | ParserConfigurationException ex) {
			throw new IllegalStateException("a document's template is XML: " + ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void dress() {
		Element head = (Element) this.document.getElementsByTagNameNS(HTML, "head").item(0);
		Element style = this.document.createElementNS(HTML, "style");
		style.setTextContent(LOOK);
		head.appendChild(style);
		Element outline = this.document.createElementNS(HTML, "bookmarks");
		List<Element> headings = headings();
		for (int i = 0; i < headings.size(); i++) {
			Element heading = headings.get(i);
			if (!heading.hasAttribute("id")) {
				heading.setAttribute("id", "titre-" + (i + 1));
			}
			Element mark = this.document.createElementNS(HTML, "bookmark");
			mark.setAttribute("name", heading.getTextContent().strip().replaceAll("\\s+", " "));
			mark.setAttribute("href", "#" + heading.getAttribute("id"));
			outline.appendChild(mark);
		}
		head.appendChild(outline);
	}

	private List<Element> headings() {
		List<Element> found = new ArrayList<>();
		NodeList all = this.document.getElementsByTagNameNS(HTML, "*");
		for (int i = 0; i < all.getLength(); i++) {
			Node node = all.item(i);
			if (node instanceof Element element
					&& ("h1".equals(element.getLocalName()) || "h2".equals(element.getLocalName()))) {
				found.add(element);
			}
		}
		return found;
	}

	private static boolean isXml(int c) {
		return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
				|| c >= 0x10000;
	}

	private static String look() {
		try (InputStream stream = Markup.class.getResourceAsStream("/fr/faireavec/documents/document.css")) {
			if (stream == null) {
				throw new IllegalStateException("no style sheet for documents");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
