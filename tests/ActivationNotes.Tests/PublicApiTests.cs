using ActivationNotes.Activations;
using ActivationNotes.Testing.Approval;

namespace ActivationNotes.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void What_lessons_can_call_is_what_was_approved() => ApprovedText.AssertPublicApi(typeof(Activation).Assembly);
}
