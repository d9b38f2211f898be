package fr.faireavec.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A form that takes larger files than others do, from whoever is signed in; answered by
 * its room.
 */
public interface LargerUploads {

	/** Whether that is where this request is sent. */
	boolean takes(HttpServletRequest request);

}
