namespace BillingActors.Cli.Demo.Reference;

/// <summary>A published tariff says something that is not converted; the message says what.</summary>
internal sealed class UnsupportedTariffException(string reason) : Exception(reason);
