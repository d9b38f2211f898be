package fr.faireavec.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.taxonomies.TaxonomyEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;

/** The reusable programme: its days, where its meetings fall, its framework. */
@Entity
public class ParcoursTemplate extends Identified {

	private String code;

	private String title;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private TaxonomyEntry family;

	@OneToOne(fetch = FetchType.LAZY, optional = false)
	private Framework framework;

	private String description;

	@OneToMany(mappedBy = "template")
	@OrderBy("rank")
	private List<TemplateSession> sessions = new ArrayList<>();

	@OneToMany(mappedBy = "template")
	@OrderBy("rank")
	private List<TemplateMeeting> meetings = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected ParcoursTemplate() {
	}

	ParcoursTemplate(UUID id, String code, String title, TaxonomyEntry family, Framework framework,
			String description) {
		super(id);
		this.code = code;
		this.title = title;
		this.family = family;
		this.framework = framework;
		this.description = description;
	}

	public String getCode() {
		return this.code;
	}

	public String getTitle() {
		return this.title;
	}

	public TaxonomyEntry getFamily() {
		return this.family;
	}

	public Framework getFramework() {
		return this.framework;
	}

	public String getDescription() {
		return this.description;
	}

	public List<TemplateSession> getSessions() {
		return List.copyOf(this.sessions);
	}

	public List<TemplateMeeting> getMeetings() {
		return List.copyOf(this.meetings);
	}

}
