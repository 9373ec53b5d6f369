printf 'From: <Saved by Blink>\r\nSubject: Mali\r\n' | budget-series
