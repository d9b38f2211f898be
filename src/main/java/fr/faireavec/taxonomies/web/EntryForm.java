package fr.faireavec.taxonomies.web;

import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.InWords;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an entry of a list is called. */
class EntryForm extends KeyedForm implements InWords {

	private int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	private String label = "";

	private boolean beyond;

	private String yes = "";

	private String no = "";

	static EntryForm of(TaxonomyEntry entry) {
		EntryForm form = new EntryForm();
		form.version = entry.getVersion();
		form.label = entry.getLabel();
		form.beyond = entry.isBeyondConcertation();
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

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getLabel() {
		return this.label;
	}

	public void setLabel(String label) {
		this.label = label;
	}

	public boolean isBeyond() {
		return this.beyond;
	}

	public void setBeyond(boolean beyond) {
		this.beyond = beyond;
	}

}
