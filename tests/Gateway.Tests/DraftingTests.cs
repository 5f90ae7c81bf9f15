using System.Security.Claims;
using BillingActors.Gateway.Console;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Console.Parts;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Storage.Drafts;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Tests;

/// <summary>What of a form is kept while it is typed, and what never is.</summary>
public sealed class DraftingTests
{
    private const string Card = "4111 1111 1111 1111";
    private const string Form = "form/demo/1";

    private static readonly object[] Forms =
    [
        new PaymentForm { Reference = $"paid by {Card}" },
        new DisputeForm { Reason = Card },
        new RefundForm { Payee = Card },
        new TransferForm { To = Card },
        new RefundForm { Why = Card },
        new NoteForm { Text = Card },
    ];

    private readonly KeptForms _kept = new();

    public static IEnumerable<TheoryDataRow<int>> All() => Forms.Select((_, place) => new TheoryDataRow<int>(place));

    [Theory, MemberData(nameof(All))]
    public async Task A_form_with_the_number_of_a_card_is_kept_nowhere_and_what_was_kept_of_it_goes(int place)
    {
        using var drafting = Drafting();
        Assert.True(await drafting.Keep(Form, new PaymentForm { Reference = "paid by 4111 1111" }));
        Assert.Contains(Form, _kept.Forms.Keys);
        Assert.NotNull(drafting.KeptAt);

        Assert.True(await drafting.Keep(Form, Forms[place]));

        Assert.Empty(_kept.Forms);
        Assert.Null(drafting.KeptAt);
    }

    [Fact]
    public async Task Ids_and_amounts_are_no_card_numbers()
    {
        using var drafting = Drafting();
        var form = new PaymentForm
        {
            ReceiptId = "desk-4111111111111111",
            Amount = "120.50",
            Reference = "INV-2026-000123",
        };
        Assert.True(await drafting.Keep(Form, form));
        Assert.Same(form, _kept.Forms[Form]);
    }

    private Drafting Drafting()
    {
        var (audit, clock) = (new MemoryAudit(), TimeProvider.System);
        var users = new MemoryUsers(audit);
        users.Users["sue"] = new StoredUser("sue", "Sue", ["clerk"], [], true, 1, clock.GetUtcNow(), "root");
        var session = new Session("sue", clock.GetUtcNow(), clock.GetUtcNow());
        var desk = new Desk(
            new FixedState(session.ToPrincipal(users.Users["sue"], "")), new Standings(users, clock),
            Options.Create(new ConsoleOptions()), clock, clock, audit, NullLogger<Desk>.Instance);
        return new Drafting(_kept, desk, clock, NullLogger<Drafting>.Instance);
    }

    private sealed class FixedState(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(user));
    }

    private sealed class KeptForms : IFormDrafts
    {
        public Dictionary<string, object> Forms { get; } = new(StringComparer.Ordinal);

        public Task<DateTimeOffset> Save<T>(DraftKey key, T form, CancellationToken cancellation)
            where T : class
        {
            Forms[key.Form] = form;
            return Task.FromResult(DateTimeOffset.UnixEpoch);
        }

        public Task<(T Form, DateTimeOffset At)?> Find<T>(DraftKey key, CancellationToken cancellation)
            where T : class => throw new NotSupportedException();

        public Task Drop(DraftKey key, CancellationToken cancellation)
        {
            Forms.Remove(key.Form);
            return Task.CompletedTask;
        }
    }
}
