using BillingActors.Domain.Privacy;
using NodaTime;

namespace BillingActors.Storage.Privacy;

/// <summary>Duties from the accounts and documents of a customer.</summary>
internal sealed class PersonDuties(IPersonStore store) : IPersonDuties
{
    public async Task<PersonDuty> Of(string customerId, DateOnly today, CancellationToken cancellation)
    {
        var facts = await store.Facts(customerId, cancellation);
        var kinds = await store.Retention(cancellation);
        var endsOn = LastDuty.EndsOn(facts, [.. kinds.Select(kind => new RetentionClass(kind.Name, kind.Years))]);
        return new PersonDuty(
            endsOn?.ToDateOnly(), facts.OpenAccountCount, facts.UnsettledAccountCount,
            LastDuty.HasEnded(endsOn, LocalDate.FromDateOnly(today)));
    }
}
