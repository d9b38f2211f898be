package fr.faireavec.documents;

import java.util.Map;

/**
 * What one document is made of.
 *
 * @param template its template, as « sheets/pdf/register »; well-formed as XML, and
 * framed by {@code document :: page}
 * @param title what it is called, in its properties and by a screen reader
 * @param about what it is, in a sentence, in its properties
 * @param model what the template shows
 * @param pictures PNG or JPEG by name: the only ones it can show, as
 * {@code <img src="picture:name">}
 */
public record Printable(String template, String title, String about, Map<String, Object> model,
		Map<String, byte[]> pictures) {

	public Printable {
		model = Map.copyOf(model);
		pictures = Map.copyOf(pictures);
	}

	/** Without any picture. */
	public Printable(String template, String title, String about, Map<String, Object> model) {
		this(template, title, about, model, Map.of());
	}

}
