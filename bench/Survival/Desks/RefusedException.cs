namespace BillingActors.Survival.Desks;

/// <summary>A door refused what it should have taken.</summary>
internal sealed class RefusedException(string message) : Exception(message);
