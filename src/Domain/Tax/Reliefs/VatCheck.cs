using NodaTime;

namespace BillingActors.Domain.Tax.Reliefs;

/// <summary>One check of a customer's number.</summary>
/// <param name="On">Day of the check.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Reference">Number the register gave to the check; null: none.</param>
public sealed record VatCheck(LocalDate On, VatAnswer Answer, string? Reference = null);
