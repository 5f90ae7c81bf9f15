namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>One check of a customer's number as a taxable person.</summary>
/// <param name="On">Day of the check.</param>
/// <param name="Answer">valid, invalid, or unavailable where there was no answer.</param>
/// <param name="Reference">Number the register gave to the check.</param>
[GenerateSerializer, Immutable, Alias("vat-check-record")]
public sealed record VatCheckRecord(
    [property: Id(0)] DateOnly On,
    [property: Id(1)] string Answer,
    [property: Id(2)] string? Reference = null);
