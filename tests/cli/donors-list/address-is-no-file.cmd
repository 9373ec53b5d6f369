donors-list https://reporting.unhcr.org/mali
