using NodaTime;

namespace BillingActors.Domain.Ratios;

/// <summary>What a day did to receivables, in minor units of one currency.</summary>
/// <param name="On">Booking day.</param>
/// <param name="ReceivablesMinor">Added to the control account of open items.</param>
/// <param name="SalesMinor">Billed with tax, less what was credited.</param>
public readonly record struct ReceivablesDay(LocalDate On, long ReceivablesMinor, long SalesMinor);
