package fr.faireavec.taxonomies.web;

import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.InWords;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an entry of a list is called, and means. */
class EntryForm extends KeyedForm implements InWords {

	public int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String label = "";

	public boolean beyond;

	@Size(max = 400)
	@Typed(Typed.As.LINE)
	public String explanation = "";

	private String yes = "";

	private String no = "";

	static EntryForm of(TaxonomyEntry entry) {
		EntryForm form = new EntryForm();
		form.version = entry.getVersion();
		form.label = entry.getLabel();
		form.beyond = entry.isBeyondConcertation();
		form.explanation = entry.getExplanation();
		return form;
	}

	EntryForm speaking(String yes, String no) {
		this.yes = yes;
		this.no = no;
		return this;
	}

	@Override
	public @Nullable String inWords(String property) {
		return "beyond".equals(property) ? (this.beyond ? this.yes : this.no) : null;
	}

}
