"""Distances on the sphere and the time they take."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive, real
from fucina.methods.errors import MethodError

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of the IUGG (Moritz 2000)


def great_circle_km(lat1: ArrayLike, lon1: ArrayLike, lat2: ArrayLike, lon2: ArrayLike) -> Floats:
    """Great-circle distance in km between points in decimal degrees; arguments broadcast.

    Haversine formula (Sinnott 1984), accurate for near points, on a sphere of 6371.0088 km.
    Raises MethodError for a latitude outside -90..90 or a longitude outside -180..180.

    >>> great_circle_km(0, 0, 0, [0, 180]).round(3).tolist()
    [0.0, 20015.114]
    """
    latitudes = [real(name, value) for name, value in (("lat1", lat1), ("lat2", lat2))]
    longitudes = [real(name, value) for name, value in (("lon1", lon1), ("lon2", lon2))]
    for name, values, most in (("latitude", latitudes, 90), ("longitude", longitudes, 180)):
        if any(np.abs(value).max() > most for value in values):
            raise MethodError(f"{name}: outside -{most} .. {most} degrees")
    phi1, phi2 = np.radians(latitudes[0]), np.radians(latitudes[1])
    turn = np.radians(longitudes[1] - longitudes[0])
    chord = np.sin((phi2 - phi1) / 2) ** 2 + np.cos(phi1) * np.cos(phi2) * np.sin(turn / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))


def distance_matrix_km(origins: ArrayLike, destinations: ArrayLike) -> Floats:
    """Great-circle km (n, m) from origins (n, 2) to destinations (m, 2) of (lat, lon) degrees.

    Raises MethodError for other shapes, and as `great_circle_km`.

    >>> distance_matrix_km([[45, 7]], [[45, 7], [46, 7]]).round(2).tolist()
    [[0.0, 111.2]]
    """
    start, end = real("origins", origins, ndim=2), real("destinations", destinations, ndim=2)
    if start.shape[1] != 2 or end.shape[1] != 2:
        raise MethodError(f"origins, destinations: expected (n, 2), got {start.shape}, {end.shape}")
    return great_circle_km(start[:, None, 0], start[:, None, 1], end[None, :, 0], end[None, :, 1])


def travel_minutes(km: ArrayLike, detour: ArrayLike, speed_km_h: ArrayLike) -> Floats:
    """Minutes for a crow-flight distance: 60 * km * detour / speed; arguments broadcast.

    `detour` is network length over crow flight, at least 1 (Cole and King 1968).
    Raises MethodError for a negative distance, a detour below 1 or a speed that is not positive.

    >>> travel_minutes(10, 1.3, 39).item()
    20.0
    """
    factor = real("detour", detour)
    if (factor < 1).any():
        raise MethodError(f"detour: must be at least 1, got {factor.min()}")
    return np.asarray(60 * non_negative("km", km) * factor / positive("speed_km_h", speed_km_h))
