package fr.faireavec.sheets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the square of a printed page says: the address of its register, and which page it
 * is. Photographed by a phone it leads to the register; read in a scan it says where the
 * scan belongs.
 */
public record PageCode(String slug, int rank, int page, int of) {

	private static final Pattern ADDRESS = Pattern
		.compile("/parcours/([a-z0-9-]{1,80})/seances/(\\d{1,2})/emargement\\?feuille=(\\d{1,2})-(\\d{1,2})$");

	public String path() {
		return "/parcours/" + this.slug + "/seances/" + this.rank + "/emargement?feuille=" + this.page + "-" + this.of;
	}

	/** What a square says, if it is one of ours: whatever its host. */
	public static Optional<PageCode> read(String text) {
		Matcher address = ADDRESS.matcher(text);
		return address.find() ? Optional.of(new PageCode(address.group(1), Integer.parseInt(address.group(2)),
				Integer.parseInt(address.group(3)), Integer.parseInt(address.group(4)))) : Optional.empty();
	}

}
