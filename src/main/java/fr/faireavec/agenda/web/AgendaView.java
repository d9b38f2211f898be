package fr.faireavec.agenda.web;

/** How the agenda is laid out, and how many months of it at a time. */
enum AgendaView {

	LISTE(3), MOIS(1), ANNEE(12);

	private final int months;

	AgendaView(int months) {
		this.months = months;
	}

	int months() {
		return this.months;
	}

	/** As addresses say it. */
	String word() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	/** What an address asks for; the list for whatever else. */
	static AgendaView of(String asked) {
		for (AgendaView view : values()) {
			if (view.word().equals(asked)) {
				return view;
			}
		}
		return LISTE;
	}

}
