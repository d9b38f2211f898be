package fr.faireavec.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An event that leaves a row in the audit, in the transaction of the write it tells. */
public interface Audited {

	/** Key of the sentence that tells it, under « history. » in the messages. */
	String what();

	UUID subjectId();

	/** The parcours whose history shows it, if any. */
	@Nullable UUID parcoursId();

	/** What it is about, as its readers call it; never a person's secret. */
	String label();

	Changes changes();

}
