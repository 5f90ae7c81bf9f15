using System.Collections.Immutable;

namespace BillingActors.Domain.Rating;

/// <summary>Reasons to hold found so far, each once, in the order in which they were found.</summary>
internal sealed class HoldList
{
    private ImmutableArray<HoldReason> _reasons = [];

    public bool Any => !_reasons.IsEmpty;

    public void Add(string code, string detail)
    {
        var reason = new HoldReason(code, detail);
        if (!_reasons.Contains(reason))
            _reasons = _reasons.Add(reason);
    }

    public ImmutableArray<HoldReason> ToImmutable() => _reasons;
}
