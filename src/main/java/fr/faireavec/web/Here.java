package fr.faireavec.web;

import java.util.Map;

import org.thymeleaf.web.IWebRequest;

import org.springframework.web.util.UriComponentsBuilder;

/** The address of the page on screen, {@code #here} in templates. */
class Here {

	private final IWebRequest request;

	Here(IWebRequest request) {
		this.request = request;
	}

	/** This address with its filters, at another page of the list. */
	public String page(int number) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(this.request.getPathWithinApplication());
		for (Map.Entry<String, String[]> parameter : this.request.getParameterMap().entrySet()) {
			address.queryParam(parameter.getKey(), (Object[]) parameter.getValue());
		}
		return address.replaceQueryParam("page", number).encode().build().toUriString();
	}

}
