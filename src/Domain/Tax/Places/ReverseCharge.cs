using System.Collections.Immutable;

namespace BillingActors.Domain.Tax.Places;

/// <summary>When the customer owes the tax of a jurisdiction in the place of the supplier.</summary>
/// <param name="Categories">Tax categories it is for.</param>
/// <param name="Text">Wording the law asks for on the document.</param>
/// <param name="NumberPrefixes">What the customer's number begins with, such as "FR"; empty: any.</param>
/// <param name="IsDomestic">Whether it also binds a supplier who is established there.</param>
/// <param name="CheckDaysMax">How many days a check of the number holds; null: until the next.</param>
public sealed record ReverseCharge(
    ImmutableArray<string> Categories,
    string Text,
    ImmutableArray<string> NumberPrefixes,
    bool IsDomestic = false,
    int? CheckDaysMax = null);
