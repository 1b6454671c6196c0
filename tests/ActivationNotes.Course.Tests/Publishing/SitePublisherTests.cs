using ActivationNotes.Course.Publishing;

namespace ActivationNotes.Course.Tests.Publishing;

public sealed class SitePublisherTests : IDisposable
{
    private readonly CourseFolder _folder = new();

    private string Site => Path.Combine(_folder.Root, "site");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_new_site_replaces_the_old_one_with_nothing_left_of_it()
    {
        var publisher = new SitePublisher(Site);
        publisher.Publish("1", folder => File.WriteAllText(Path.Combine(folder, "old.html"), "old"));
        publisher.Publish("2", folder => File.WriteAllText(Path.Combine(folder, "index.html"), "new"));
        Assert.Equal(["index.html"], Directory.EnumerateFileSystemEntries(Site).Select(Path.GetFileName));
        Assert.True(publisher.IsCurrent("2"));
        Assert.False(publisher.IsCurrent("1"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root, "*.tmp"));
    }

    [Fact]
    public void The_old_site_stands_when_the_new_one_fails()
    {
        var publisher = new SitePublisher(Site);
        publisher.Publish("1", folder => File.WriteAllText(Path.Combine(folder, "index.html"), "old"));
        Assert.Throws<InvalidOperationException>(() => publisher.Publish("2", folder =>
        {
            File.WriteAllText(Path.Combine(folder, "index.html"), "half");
            throw new InvalidOperationException("no");
        }));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.True(publisher.IsCurrent("1"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root, "*.tmp"));
    }

    [Fact]
    public void A_site_without_its_first_page_is_not_current()
    {
        var publisher = new SitePublisher(Site);
        publisher.Publish("1", folder => File.WriteAllText(Path.Combine(folder, "index.html"), "x"));
        File.Delete(Path.Combine(Site, "index.html"));
        Assert.False(publisher.IsCurrent("1"));
    }
}
