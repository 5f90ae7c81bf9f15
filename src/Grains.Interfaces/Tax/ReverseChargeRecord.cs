using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>When the customer owes the tax of a jurisdiction.</summary>
/// <param name="Categories">Tax categories it is for.</param>
/// <param name="Text">Wording for the document.</param>
/// <param name="NumberPrefixes">What the customer's number begins with, such as "FR"; absent: any.</param>
/// <param name="Supplier">"abroad" binds suppliers not established there alone, "any" binds all.</param>
/// <param name="CheckDaysMax">How many days a check of the number holds; absent: until the next.</param>
[GenerateSerializer, Immutable, Alias("reverse-charge-record")]
public sealed record ReverseChargeRecord(
    [property: Id(0)] ImmutableArray<string> Categories,
    [property: Id(1)] string Text,
    [property: Id(2)] ImmutableArray<string>? NumberPrefixes = null,
    [property: Id(3)] string Supplier = "abroad",
    [property: Id(4)] int? CheckDaysMax = null);
