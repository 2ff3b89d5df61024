"""The way in: home, what each kind of visitor can do here, and every service of the centre."""
