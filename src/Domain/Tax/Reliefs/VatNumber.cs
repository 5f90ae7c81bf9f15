using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Tax.Reliefs;

/// <summary>A customer's number as a taxable person, with the checks of it.</summary>
/// <param name="Number">The number with its prefix, such as "FR12345678901".</param>
/// <param name="Checks">Checks by day.</param>
public sealed record VatNumber(string Number, ImmutableArray<VatCheck> Checks)
{
    /// <summary>
    /// The check that counts on a day of supply: the newest until then that was answered, else the first that was;
    /// null: there is none.
    /// </summary>
    public VatCheck? CheckFor(LocalDate day)
    {
        VatCheck? found = null;
        foreach (var check in Checks.Where(check => check.Answer != VatAnswer.Unavailable).OrderBy(check => check.On))
        {
            if (found is not null && check.On > day)
                break;
            found = check;
        }
        return found;
    }
}
