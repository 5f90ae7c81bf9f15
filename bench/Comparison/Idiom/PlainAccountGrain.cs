namespace BillingActors.Comparison.Idiom;

/// <inheritdoc />
public sealed class PlainAccountGrain(
    [PersistentState("account", PlainAccountGrain.StorageName)] IPersistentState<PlainAccountState> account)
    : Grain, IPlainAccountGrain
{
    /// <summary>Name of the grain storage.</summary>
    public const string StorageName = "accounts";

    private PlainAccountState State => account.State;

    /// <inheritdoc />
    public Task Open()
    {
        State.IsOpen = true;
        return account.WriteStateAsync();
    }

    /// <inheritdoc />
    public Task Rate(Call[] calls)
    {
        ThrowUnlessOpen();
        var isChanged = false;
        foreach (var call in calls)
        {
            if (!State.CallIds.Add(call.Id))
                continue;
            State.Unbilled += Prices.Of(call);
            isChanged = true;
        }
        return isChanged ? account.WriteStateAsync() : Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Bill(MeterUse use)
    {
        ThrowUnlessOpen();
        if (State.Items.Any(item => item.Until == use.Until))
            return Task.CompletedTask;
        var bill = Prices.Of(use);
        State.Items.Add(new PlainItem { Until = use.Until, Bill = bill, OpenMinor = bill.TotalMinor });
        State.CallIds.Clear();
        State.Unbilled = 0;
        return account.WriteStateAsync();
    }

    /// <inheritdoc />
    public Task Pay(string paymentId, long amountMinor)
    {
        ThrowUnlessOpen();
        if (!State.PaymentIds.Add(paymentId))
            return Task.CompletedTask;
        foreach (var item in State.Items.OrderBy(item => item.Until))
        {
            var part = Math.Min(amountMinor, item.OpenMinor);
            item.OpenMinor -= part;
            amountMinor -= part;
        }
        State.OnAccountMinor += amountMinor;
        return account.WriteStateAsync();
    }

    /// <inheritdoc />
    public Task<PlainBalance> Look() => Task.FromResult(new PlainBalance(
        State.Items.Sum(item => item.OpenMinor) - State.OnAccountMinor, State.Unbilled));

    private void ThrowUnlessOpen()
    {
        if (!State.IsOpen)
            throw new InvalidOperationException($"There is no account {this.GetPrimaryKeyString()}.");
    }
}
