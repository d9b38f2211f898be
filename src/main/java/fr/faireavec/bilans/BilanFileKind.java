package fr.faireavec.bilans;

/** The files a bilan is given as, all of the same figures. */
public enum BilanFileKind {

	PDF("bilan", "pdf", "application/pdf"),

	XLSX("bilan", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),

	CSV("bilan", "csv", "text/csv;charset=UTF-8"),

	/** The actions alone: of no use to whoever they are not told to. */
	ACTIONS("actions", "csv", "text/csv;charset=UTF-8");

	private final String name;

	private final String ending;

	private final String mediaType;

	BilanFileKind(String name, String ending, String mediaType) {
		this.name = name;
		this.ending = ending;
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return this.mediaType;
	}

	/** « bilan-sources-version-2.pdf ». */
	public String named(String slug, String which) {
		return this.name + "-" + slug + "-" + which + "." + this.ending;
	}

}
