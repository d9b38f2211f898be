package fr.faireavec.privacy;

/** What became of a request to be erased; only one that is asked can become another. */
public enum RequestState {

	ASKED, WITHDRAWN, DONE, REFUSED

}
