using System.Globalization;

namespace BillingActors.Storage.Verification;

/// <summary>Sums of the whole journal per currency, from several threads.</summary>
internal sealed class LedgerSums
{
    private readonly Dictionary<string, Int128> _sums = new(StringComparer.Ordinal);

    public void Add(IEnumerable<PostingLine> postings)
    {
        lock (_sums)
        {
            foreach (var posting in postings)
                _sums[posting.Currency] = _sums.GetValueOrDefault(posting.Currency) + posting.AmountMinor;
        }
    }

    public void Report(Findings findings)
    {
        findings.Count(Rule.Ledger, _sums.Count);
        foreach (var (currency, sum) in _sums)
        {
            if (sum != 0)
                findings.Add(Rule.Ledger, currency, "it sums to " + sum.ToString(CultureInfo.InvariantCulture));
        }
    }
}
