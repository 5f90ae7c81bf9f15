namespace BillingActors.Formats.Bank;

/// <summary>An entry of a statement that is no money which came in.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Why">debit, pending, reversal or return.</param>
public sealed record LeftOutEntry(int Line, string Why);
