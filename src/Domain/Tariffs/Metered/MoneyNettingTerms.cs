namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Net billing with a bank of money.</summary>
/// <param name="Base">Charges and credits that are set against each other.</param>
/// <param name="Settle">When they are settled; null: as the setting says.</param>
/// <param name="Meters">What was taken and delivered, for a surplus price; null: not needed.</param>
/// <param name="Bank">How the bank is kept.</param>
public sealed record MoneyNettingTerms(ChargeSelection Base, SettleRule? Settle, NettingMeters? Meters, BankTerms Bank);
